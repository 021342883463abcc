-- severity: warning
-- rule: Two articles of one city do not state figures that exclude each other for one period.
with stated as (

    select o.*, m.surface
    from observation as o
    join mention as m on m.mention_id = o.observation_id
    where o.place is null
      and o.period_start is not null
      and o.period_end is not null
      and o.period_kind in ('cumulative', 'annual')

)

select
    a.source_id,
    a.surface,
    a.indicator || ': ' || b.source_id || ' states ' || b.surface || ' for the same period' as problem
from stated as a
join stated as b
    on b.adcode = a.adcode
   and b.indicator = a.indicator
   and b.period_kind = a.period_kind
   and b.period_start = a.period_start
   and b.period_end = a.period_end
   and b.source_id > a.source_id
where a.value_low > b.value_high
   or b.value_low > a.value_high
