-- Facts of one city in different articles that are not independent; marked, never resolved.
--   restated:     the same figure again: the same bounds for the same period, or for one that is
--                 not stated, or as a running total although the period has grown;
--                 `fact_id` is the repetition, `other_id` the article that said it first.
--   contradicted: the bounds do not touch although the period is the same, or a total over a
--                 longer period is smaller than one over a part of it; one row either way.
-- One of several figures for different groups is left out: it is no figure of the place.
create table fact_relation as
with told as (

    select
        fact.*,
        source.published,
        (coalesce(source.published, '9999'), source.source_id)         as told_at,
        indicator.measure in ('count', 'money', 'measure')             as adds,
        coalesce(period_kind in ('cumulative', 'annual'), false)       as flows
    from fact
    join source on source.source_id = fact.source_id
    join indicator on indicator.id = fact.indicator
    where fact.place is null
      and fact.figures_alike = 1

),

pair as (

    select
        a.fact_id,
        b.fact_id                                                      as other_id,
        a.value_low = b.value_low
            and a.value_high is not distinct from b.value_high         as same_bounds,
        a.period_start is not distinct from b.period_start
            and a.period_end is not distinct from b.period_end         as same_dates,
        a.period_end is null or b.period_end is null
            or (a.period_kind = 'cumulative' and (a.period_start is null or b.period_start is null))
                                                                       as undated,
        coalesce(a.value_high < b.value_low or b.value_high < a.value_low, false)
                                                                       as disjoint,
        a.period_kind,
        a.period_kind is not distinct from b.period_kind               as same_kind,
        a.told_at > b.told_at                                          as later,
        a.adds and a.flows and coalesce(
            a.period_start <= b.period_start
                and last_month(a.period_end) >= last_month(b.period_end)
                and a.value_high < b.value_low, false)
        or b.adds and b.flows and coalesce(
            b.period_start <= a.period_start
                and last_month(b.period_end) >= last_month(a.period_end)
                and b.value_high < a.value_low, false)                 as longer_is_less
    from told as a
    join told as b
        on b.adcode = a.adcode
       and b.indicator = a.indicator
       and b.unit = a.unit
       and b.source_id <> a.source_id
       and (b.period_kind is not distinct from a.period_kind or (a.flows and b.flows))

)

select fact_id, other_id, 'restated' as relation
from pair
where later
  and same_kind
  and same_bounds
  and (same_dates or undated or period_kind = 'cumulative')
union all
select fact_id, other_id, 'contradicted' as relation
from pair
where (disjoint and same_kind and same_dates and not undated) or longer_is_less
order by relation, fact_id, other_id;
