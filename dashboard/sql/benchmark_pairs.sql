-- The figures of the city in focus met with those of other cities, on one basis: for each
-- indicator, kind of period and other city the figures that meet best. Tier D is left to the
-- query of reasons.
select
    pairing.indicator,
    pairing.a_class                                             as class,
    pairing.b_adcode                                            as adcode,
    pairing.a_fact,
    pairing.b_fact,
    pairing.tier,
    pairing.reasons,
    pairing.a_low,
    pairing.a_value,
    pairing.a_high,
    pairing.b_low,
    pairing.b_value,
    pairing.b_high,
    pairing.verdict
from pairing
where pairing.a_adcode = $focus
  and pairing.basis = $basis
  and pairing.a_lead
  and pairing.b_lead
  and pairing.tier < 'D'
qualify row_number() over (
    partition by pairing.indicator, pairing.a_class, pairing.b_adcode
    order by pairing.tier, len(pairing.reasons), pairing.b_class
) = 1
order by pairing.indicator, class, pairing.b_value desc, adcode
