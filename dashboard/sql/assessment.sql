-- Cities by the categories of the national assessment: how many of a category's indicators each
-- city that was read reports. Indicators that belong to no category are category 0.
select
    silence.adcode,
    city.name,
    coalesce(indicator.assessment, 0)                           as category,
    count(*)                                                    as indicators,
    count_if(silence.facts > 0)                                 as reported
from silence
join city on city.adcode = silence.adcode
join indicator on indicator.id = silence.indicator
where silence.articles > 0
group by silence.adcode, city.name, category
order by silence.adcode, category = 0, category
