-- Where each city stands: one row a leading figure (indicator, basis, class, adcode).
-- It is compared with its peers: the leading figures of other cities that meet it in tier A or B
-- (the view pairing says the same of each pair; a test holds the two together).
--   compared     the city and its peers: N
--   rank_low     1 + the peers that are clearly higher, the first place being the largest
--   rank_high    N - the peers that are clearly lower
--   ranked       false: no peer, or the range covers more than half of N, 无法排名
--   median_low … of the N figures, all lows and all highs; best_low … of the largest of them
-- Leads of one footing, month and length have the same peers: they are ranked together, so that
-- the work grows with the number of cities and not with its square.
create table standing as
with open as (

    select
        *,
        (indicator, basis, class, level, unit)                         as pool,
        case when class = 'cumulative' then years_low end              as span_low,
        case when class = 'cumulative' then years_high end             as span_high
    from figure
    where lead and tier in ('A', 'B')

),

footing as (

    select row_number() over () as footing_id, *
    from (select distinct pool, as_of, span_low, span_high from open)

),

peer as (

    select
        footing.footing_id,
        open.adcode,
        open.value_low,
        open_end(open.value_high)                                      as value_high
    from footing
    join open
        on open.pool = footing.pool
       and abs(open.as_of - footing.as_of)
               <= (select value from gate_limit where id = 'months_apart')
       and coalesce(
           like_length(open.span_low, open.span_high, footing.span_low, footing.span_high),
           footing.span_low is null
       )

),

summed as (

    select
        footing_id,
        count(*)                                                       as compared,
        median(value_low)                                              as median_low,
        median(value_high)                                             as median_high,
        max(value_low)                                                 as best_low,
        max(value_high)                                                as best_high
    from peer
    group by footing_id

),

from_above as (

    select distinct
        footing_id,
        value_low,
        count(*) over (partition by footing_id order by value_low desc) as figures
    from peer

),

from_below as (

    select distinct
        footing_id,
        value_high,
        count(*) over (partition by footing_id order by value_high)    as figures
    from peer

),

mine as (

    select
        footing.footing_id,
        open.fact_id,
        open.basis,
        open.value_low,
        open_end(open.value_high)                                      as value_high
    from open
    join footing
        on footing.pool = open.pool
       and footing.as_of = open.as_of
       and footing.span_low is not distinct from open.span_low
       and footing.span_high is not distinct from open.span_high

),

higher as (

    select mine.fact_id, mine.basis, from_above.figures
    from mine
    asof join from_above
        on from_above.footing_id = mine.footing_id
       and mine.value_high < from_above.value_low

),

lower as (

    select mine.fact_id, mine.basis, from_below.figures
    from mine
    asof join from_below
        on from_below.footing_id = mine.footing_id
       and mine.value_low > from_below.value_high

),

ranked as (

    select
        mine.fact_id,
        mine.basis,
        summed.*,
        1 + coalesce(higher.figures, 0)                                as rank_low,
        summed.compared - coalesce(lower.figures, 0)                   as rank_high
    from mine
    join summed on summed.footing_id = mine.footing_id
    left join higher on higher.fact_id = mine.fact_id and higher.basis = mine.basis
    left join lower on lower.fact_id = mine.fact_id and lower.basis = mine.basis
    where summed.compared > 1

)

select
    f.indicator,
    f.basis,
    f.class,
    f.adcode,
    f.fact_id,
    f.level,
    f.value_low,
    f.value,
    f.value_high,
    case when r.compared is null and f.tier in ('A', 'B') then 'C' else f.tier end
                                                                       as tier,
    case
        when r.compared is null and f.tier in ('A', 'B') then list_prepend('no_peer', f.reasons)
        else f.reasons
    end                                                                as reasons,
    coalesce(r.compared, 1)                                            as compared,
    r.rank_low,
    r.rank_high,
    coalesce(
        r.rank_high - r.rank_low + 1
            <= r.compared * (select value from gate_limit where id = 'rank_share'), false
    )                                                                  as ranked,
    r.median_low,
    closed_end(r.median_high)                                          as median_high,
    r.best_low,
    closed_end(r.best_high)                                            as best_high
from figure as f
left join ranked as r on r.fact_id = f.fact_id and r.basis = f.basis
where f.lead
order by f.indicator, f.basis, f.class, f.adcode;
