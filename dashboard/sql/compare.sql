-- The facts for one indicator that are shown: several mentions of one figure in one article are
-- one row. Of each kind of period the $most largest, and those of the city in focus; how many
-- there are in all, and of the kind, stands in each row. `footing` is what the gate says of the
-- figure by itself, on the basis of what is reported.
with told as (

    select
        fact.* exclude (observation_ids),
        figure.own_reasons,
        count(*) over (partition by fact.period_kind)           as of_kind,
        row_number() over (
            partition by fact.period_kind order by fact.value desc, fact.adcode, fact.position
        )                                                       as place_in_kind
    from fact
    join figure on figure.fact_id = fact.fact_id
    where fact.indicator = $indicator
      and figure.indicator = $indicator
      and figure.basis = 'reported'

),

total as (

    select
        count(*)                                                as figures,
        count(distinct adcode)                                  as cities,
        count(distinct source_id)                               as articles
    from told

)

select
    told.source_id,
    told.adcode,
    told.value,
    told.value_low,
    told.value_high,
    told.unit,
    told.qualifier,
    told.period_kind,
    told.period_start,
    told.period_end,
    told.place,
    told.period_text,
    told.fact_id                                                as mention_id,
    told.mentions,
    told.of_kind,
    total.figures,
    total.cities,
    total.articles,
    case
        when list_contains(told.own_reasons, 'scope') then 'part'
        when list_contains(told.own_reasons, 'period_unstated') then 'unstated'
        else 'stated'
    end                                                         as footing,
    city.name                                                   as city,
    city.short_name,
    city.level,
    city.parent_adcode,
    told.surface,
    source.title,
    source.publisher,
    source.published,
    source.published_basis
from told
cross join total
join city on city.adcode = told.adcode
join source on source.source_id = told.source_id
where told.place_in_kind <= $most
   or told.adcode = $focus
order by told.value desc, told.adcode, told.position
