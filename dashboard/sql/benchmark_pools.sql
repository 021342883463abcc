-- Where the city in focus stands in each pool of peers, on one basis: one row a definition of
-- peers, indicator and kind of period in which a peer is like for like (tier A or B).
-- The pool of all cities of its level is ranked when the data are built; the others are small,
-- and met here. Like for like reads as in the gate: a test holds the two together.
with mine as (

    select *
    from city_standing
    where adcode = $focus
      and basis = $basis
      and own_tier <= 'B'

),

member as (

    select 'province' as definition, unnest($province::varchar[]) as adcode
    union all
    select 'nearest', unnest($nearest::varchar[])
    union all
    select 'picked', unnest($picked::varchar[])

),

theirs as (

    select city_standing.*
    from (select distinct adcode from member) as asked
    join city_standing on city_standing.adcode = asked.adcode
    where city_standing.basis = $basis
      and city_standing.own_tier <= 'B'

),

met as (

    select
        mine.indicator,
        mine.class,
        mine.value_low                                          as low,
        open_end(mine.value_high)                               as high,
        theirs.adcode,
        theirs.value_low                                        as peer_low,
        open_end(theirs.value_high)                             as peer_high
    from mine
    join theirs
        on theirs.indicator = mine.indicator
       and theirs.class = mine.class
       and theirs.level = mine.level
       and theirs.unit = mine.unit
    where abs(theirs.as_of - mine.as_of) <= (select value from gate_limit where id = 'months_apart')
      and (
          mine.class <> 'cumulative'
          or coalesce(
              like_length(theirs.years_low, theirs.years_high, mine.years_low, mine.years_high),
              mine.years_low is null
          )
      )

)

select
    member.definition,
    met.indicator,
    met.class,
    count(*)                                                    as peers,
    count_if(met.peer_low > met.high)                           as higher,
    count_if(met.peer_high < met.low)                           as lower,
    median(met.peer_low)                                        as median_low,
    closed_end(median(met.peer_high))                           as median_high,
    max(met.peer_low)                                           as best_low,
    closed_end(max(met.peer_high))                              as best_high
from met
join member on member.adcode = met.adcode
group by member.definition, met.indicator, met.class
union all
select
    'level',
    indicator,
    class,
    compared - 1,
    rank_low - 1,
    compared - rank_high,
    peer_median_low,
    peer_median_high,
    peer_best_low,
    peer_best_high
from mine
where compared > 1
order by indicator, class, definition
