-- The figures of the city in focus for one indicator on one basis met with those of others: with
-- each city the two that meet best, the most alike first, at most $most.
select
    pair.b_adcode                                               as adcode,
    city.name                                                   as city,
    pair.b_fact                                                 as mention_id,
    pair.tier,
    pair.reasons,
    pair.verdict,
    standing.value_low,
    standing.value,
    standing.value_high,
    standing.unit,
    standing.surface,
    standing.period_kind,
    standing.period_text,
    standing.period_start,
    standing.period_end,
    standing.place
from comparison as pair
join standing
    on standing.indicator = $indicator
   and standing.basis = $basis
   and standing.fact_id = pair.b_fact
join city on city.adcode = pair.b_adcode
where pair.indicator = $indicator
  and pair.basis = $basis
  and pair.a_adcode = $focus
order by pair.tier, len(pair.reasons), pair.b_adcode
limit $most
