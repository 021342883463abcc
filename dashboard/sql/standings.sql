-- The leading figures for one indicator on one basis, each with its tier, its reasons and its
-- rank among the cities that are like for like: in each tier the $most largest, and those of the
-- city in focus. How many cities reach which tier stands in each row.
with stood as (

    select
        *,
        row_number() over (partition by tier order by value desc nulls last, adcode, class)
                                                                as place_in_tier
    from standing
    where indicator = $indicator
      and basis = $basis

),

best as (

    select adcode, min(tier) as tier, count(value) > 0 as has_value from stood group by adcode

),

reached as (

    select
        count(*)                                                as cities,
        count_if(tier in ('A', 'B'))                            as like_cities,
        count_if(tier = 'C')                                    as indicative_cities,
        count_if(tier = 'D')                                    as apart_cities,
        count_if(has_value)                                     as cities_with_value
    from best

)

select
    stood.class,
    stood.adcode,
    city.name                                                   as city,
    stood.parent_adcode,
    stood.fact_id                                               as mention_id,
    stood.value_low,
    stood.value,
    stood.value_high,
    stood.unit,
    stood.qualifier,
    stood.period_kind,
    stood.period_text,
    stood.period_start,
    stood.period_end,
    stood.place,
    stood.surface,
    stood.mentions,
    stood.source_id,
    stood.tier,
    stood.reasons,
    stood.compared,
    stood.rank_low,
    stood.rank_high,
    stood.ranked,
    reached.*
from stood
cross join reached
join city on city.adcode = stood.adcode
where stood.place_in_tier <= $most
   or stood.adcode = $focus
order by stood.tier, stood.class, stood.value desc nulls last, stood.adcode
