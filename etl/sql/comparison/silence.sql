-- One row a city and indicator: what the city says of it, and how many others report it.
--   comparable      reported, and on some basis like for like with another city
--   not_comparable  reported, but with nobody like for like; `reasons` says why, from its figures
--   silent          its articles were read, and do not mention it
--   unread          no article of the city was read yet
--   not_applicable  declared: places of its level do not report it
create table silence as
with stood as (

    select
        adcode,
        indicator,
        min(tier)                                                      as tier,
        max(compared) - 1                                              as peers,
        arg_min(fact_id, (tier, basis <> 'reported', -compared, class)) as fact_id,
        list_sort(list_distinct(flatten(list(reasons) filter (basis = 'reported'))))
                                                                       as reasons
    from standing
    group by adcode, indicator

),

told as (

    select
        adcode,
        indicator,
        count(*)                                                       as facts,
        sum(mentions)                                                  as mentions
    from fact
    group by adcode, indicator

),

spread as (

    select indicator, count(*) as cities
    from told
    group by indicator

),

read as (

    select adcode, count(*) as articles
    from source
    group by adcode

)

select
    city.adcode,
    indicator.id                                                       as indicator,
    case
        when stood.tier in ('A', 'B') then 'comparable'
        when stood.tier is not null then 'not_comparable'
        when not_applicable.indicator is not null then 'not_applicable'
        when read.articles is not null then 'silent'
        else 'unread'
    end                                                                as state,
    stood.tier,
    coalesce(stood.peers, 0)                                           as peers,
    coalesce(spread.cities, 0) - (told.adcode is not null)::integer    as others,
    coalesce(told.facts, 0)                                            as facts,
    coalesce(told.mentions, 0)::bigint                                 as mentions,
    coalesce(read.articles, 0)                                         as articles,
    stood.fact_id,
    coalesce(stood.reasons, [])                                        as reasons
from city
cross join indicator
left join stood on stood.adcode = city.adcode and stood.indicator = indicator.id
left join told on told.adcode = city.adcode and told.indicator = indicator.id
left join spread on spread.indicator = indicator.id
left join read on read.adcode = city.adcode
left join not_applicable
    on not_applicable.indicator = indicator.id and not_applicable.level = city.level
order by city.adcode, indicator.position;
