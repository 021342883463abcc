-- The kinds of period that one indicator is reported over, the most cities first.
select
    coalesce(period_kind, 'none')                      as kind,
    count(distinct adcode)                             as cities,
    count(distinct adcode) filter (per_year is not null) as cities_per_year,
    count(distinct adcode) filter (per_10k is not null)  as cities_per_10k
from observation
where indicator = $indicator
group by kind
order by cities desc, kind
