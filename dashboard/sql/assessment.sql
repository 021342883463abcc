-- Cities by the categories of the national assessment: how many of a category's indicators each
-- city that was read reports. Indicators that belong to no category are category 0.
with filed as (

    select id, coalesce(assessment, 0) as category from indicator

),

told as (

    select distinct observation.adcode, filed.category, observation.indicator
    from observation
    join filed on filed.id = observation.indicator

)

select
    city.adcode,
    city.name,
    filed.category,
    count(*)                                                    as indicators,
    count(told.indicator)                                       as reported
from city
cross join filed
left join told on told.adcode = city.adcode and told.indicator = filed.id
where city.adcode in (select adcode from source)
group by city.adcode, city.name, filed.category
order by city.adcode, filed.category = 0, filed.category
