-- Where each city stands: one row a leading figure (indicator, basis, class, adcode).
-- It is compared with its peers: the leading figures of other cities that meet it in tier A or B
-- (the view pairing says the same of each pair; a test holds the two together).
--   compared     the city and its peers: N
--   rank_low     1 + the peers that are clearly higher, the first place being the largest
--   rank_high    N - the peers that are clearly lower
--   ranked       false: no peer, or the range covers more than half of N, 无法排名
--   median_low … of the peers, on all lows and on all highs; best_low … of the largest peer
create table standing as
with open as (

    select *
    from figure
    where lead and tier in ('A', 'B')

),

met as (

    select
        mine.indicator,
        mine.basis,
        mine.class,
        mine.adcode,
        count(*)                                                       as peers,
        count(*) filter (peer.value_low > open_end(mine.value_high))   as higher,
        count(*) filter (open_end(peer.value_high) < mine.value_low)   as lower,
        median(peer.value_low)                                         as median_low,
        median(open_end(peer.value_high))                              as median_high,
        max(peer.value_low)                                            as best_low,
        max(open_end(peer.value_high))                                 as best_high
    from open as mine
    join open as peer
        on peer.indicator = mine.indicator
       and peer.basis = mine.basis
       and peer.class = mine.class
       and peer.level = mine.level
       and peer.unit = mine.unit
       and peer.adcode <> mine.adcode
    where abs(peer.as_of - mine.as_of) <= (select value from gate_limit where id = 'months_apart')
      and (mine.class <> 'cumulative' or like_length(
          mine.years_low, mine.years_high, peer.years_low, peer.years_high
      ))
    group by mine.indicator, mine.basis, mine.class, mine.adcode

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
    case when met.peers is null and f.tier in ('A', 'B') then 'C' else f.tier end
                                                                       as tier,
    case
        when met.peers is null and f.tier in ('A', 'B') then list_prepend('no_peer', f.reasons)
        else f.reasons
    end                                                                as reasons,
    coalesce(met.peers, 0) + 1                                         as compared,
    1 + met.higher                                                     as rank_low,
    1 + met.peers - met.lower                                          as rank_high,
    coalesce(
        met.peers - met.lower - met.higher + 1
            <= (met.peers + 1) * (select value from gate_limit where id = 'rank_share'), false
    )                                                                  as ranked,
    met.median_low,
    closed_end(met.median_high)                                        as median_high,
    met.best_low,
    closed_end(met.best_high)                                          as best_high
from figure as f
left join met
    on met.indicator = f.indicator
   and met.basis = f.basis
   and met.class = f.class
   and met.adcode = f.adcode
where f.lead
order by f.indicator, f.basis, f.class, f.adcode;
