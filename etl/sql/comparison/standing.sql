-- Where each city stands: one row a leading figure (indicator, basis, class, adcode), with its words.
-- It is compared with its peers: the leading figures of other cities that meet it in tier A or B
-- (the view pairing says the same of each pair; a test holds the two together).
--   compared     the city and its peers: N
--   rank_low     1 + the peers that are clearly higher, the first place being the largest
--   rank_high    N - the peers that are clearly lower
--   ranked       false: no peer, or the range covers more than half of N, 无法排名
--   median_low … of the N figures, all lows and all highs; best_low … of the largest of them
--   peer_median_low …, peer_best_low … the same of the peers alone
-- Leads of one footing (indicator, basis, class, level, unit, month and length) have the same
-- peers: they are ranked together, so that the work grows with the number of cities and not with
-- its square. Each step is a table of its own, gone at the end, so that memory stays flat.
create temp table contender as
select
    indicator,
    basis,
    class,
    level,
    unit,
    as_of,
    fact_id,
    value_low,
    open_end(value_high)                                               as value_high,
    case when class = 'cumulative' then years_low end                  as span_low,
    case when class = 'cumulative' then years_high end                 as span_high
from figure
where lead and own_tier in ('A', 'B');

create temp table footing as
select row_number() over () as footing, *
from (select distinct indicator, basis, class, level, unit, as_of, span_low, span_high from contender);

create temp table footing_member as
select footing, value_low, value_high
from footing as f
join contender as c
    on c.indicator = f.indicator
   and c.basis = f.basis
   and c.class = f.class
   and c.level = f.level
   and c.unit = f.unit
where abs(c.as_of - f.as_of) <= (select value from gate_limit where id = 'months_apart')
  and coalesce(like_length(c.span_low, c.span_high, f.span_low, f.span_high), f.span_low is null);

create temp table footing_summary as
select
    footing,
    count(*)                                                           as compared,
    median(value_low)                                                  as median_low,
    median(value_high)                                                 as median_high,
    max(value_low)                                                     as best_low,
    max(value_high)                                                    as best_high,
    list(value_low order by value_low)[compared // 2:compared // 2 + 2] as middle_lows,
    list(value_high order by value_high)[compared // 2:compared // 2 + 2]
                                                                       as middle_highs,
    max(value_low, 2)                                                  as top_lows,
    max(value_high, 2)                                                 as top_highs
from footing_member
group by footing;

-- How many figures of a footing are at least so high, and at most so low.
create temp table from_above as
select
    footing,
    value_low,
    sum(count(*)) over (partition by footing order by value_low desc)  as figures
from footing_member
group by footing, value_low;

create temp table from_below as
select
    footing,
    value_high,
    sum(count(*)) over (partition by footing order by value_high)      as figures
from footing_member
group by footing, value_high;

-- What is left in the middle, and on top, once a figure is taken out of those it stands among:
-- nothing before its place moves, everything behind it moves up by one.
create temp macro nth_left(sorted, n, mine) as
    case when sorted[n] < mine then sorted[n] else sorted[n + 1] end;
create temp macro median_left(middle, compared, mine) as
    case
        when compared % 2 = 0 then nth_left(middle, 1, mine)
        else (nth_left(middle, 1, mine) + nth_left(middle, 2, mine)) / 2
    end;
create temp macro best_left(top, mine) as case when mine = top[1] then top[2] else top[1] end;

create temp table ranked as
with mine as (

    select f.footing, c.fact_id, c.basis, c.value_low, c.value_high
    from contender as c
    join footing as f
        on f.indicator = c.indicator
       and f.basis = c.basis
       and f.class = c.class
       and f.level = c.level
       and f.unit = c.unit
       and f.as_of = c.as_of
       and f.span_low is not distinct from c.span_low
       and f.span_high is not distinct from c.span_high

)

select
    mine.fact_id,
    mine.basis,
    s.* exclude (footing, middle_lows, middle_highs, top_lows, top_highs),
    median_left(s.middle_lows, s.compared, mine.value_low)             as peer_median_low,
    median_left(s.middle_highs, s.compared, mine.value_high)           as peer_median_high,
    best_left(s.top_lows, mine.value_low)                              as peer_best_low,
    best_left(s.top_highs, mine.value_high)                            as peer_best_high,
    1 + coalesce(higher.figures, 0)::bigint                            as rank_low,
    s.compared - coalesce(lower.figures, 0)::bigint                    as rank_high
from mine
join footing_summary as s on s.footing = mine.footing and s.compared > 1
asof left join from_above as higher
    on higher.footing = mine.footing and mine.value_high < higher.value_low
asof left join from_below as lower
    on lower.footing = mine.footing and mine.value_low > lower.value_high;

create table standing as
select
    f.*,
    fact.qualifier,
    fact.period_text,
    fact.period_start,
    fact.period_end,
    fact.place,
    fact.mentions,
    fact.surface,
    case when r.compared is null and f.own_tier in ('A', 'B') then 'C' else f.own_tier end
                                                                       as tier,
    case
        when r.compared is null and f.own_tier in ('A', 'B')
        then list_prepend('no_peer', f.own_reasons)
        else f.own_reasons
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
    closed_end(r.best_high)                                            as best_high,
    r.peer_median_low,
    closed_end(r.peer_median_high)                                     as peer_median_high,
    r.peer_best_low,
    closed_end(r.peer_best_high)                                       as peer_best_high
from figure as f
join fact on fact.fact_id = f.fact_id
left join ranked as r on r.fact_id = f.fact_id and r.basis = f.basis
where f.lead
order by f.indicator, f.basis, f.class, f.adcode;

-- The same rows by city, for questions about one city and its peers.
create table city_standing as
from standing
order by adcode, basis, indicator, class;

drop table contender;
drop table footing;
drop table footing_member;
drop table footing_summary;
drop table from_above;
drop table from_below;
drop table ranked;
drop macro nth_left;
drop macro median_left;
drop macro best_left;
