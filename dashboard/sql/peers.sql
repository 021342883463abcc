-- Every other city whose articles were read, with what makes it a peer of the city in focus.
-- `nearness` counts the cities of the same level from the nearest population on; empty where
-- a census population is missing.
with focus as (

    select * from city where adcode = $focus

),

reported as (

    select adcode, count(*) as indicators
    from silence
    where facts > 0
    group by adcode

),

other as (

    select
        city.adcode,
        city.name,
        city.short_name,
        city.level,
        city.province,
        city.population,
        city.population_year,
        city.level = focus.level                                as same_level,
        city.province = focus.province                          as same_province,
        abs(ln(city.population / focus.population))             as distance,
        coalesce(reported.indicators, 0)                        as indicators
    from city
    cross join focus
    left join reported on reported.adcode = city.adcode
    where city.adcode <> focus.adcode
      and city.adcode in (select adcode from source)

)

select
    *,
    case when same_level and distance is not null then row_number() over (
        partition by same_level and distance is not null order by distance, adcode
    ) end                                                       as nearness
from other
order by not same_level, nearness nulls last, adcode
