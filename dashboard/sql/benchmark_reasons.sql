-- Why the figures of the city in focus do not meet those of its peers like for like, on one
-- basis: one row an indicator and reason, with the number of peers it keeps away.
with kept_away as (

    select indicator, b_adcode, reasons
    from city_pairs($focus, $peers, $basis)
    where tier > 'B'

),

named as (

    select indicator, b_adcode, unnest(reasons) as reason
    from kept_away

)

select
    named.indicator,
    named.reason,
    gate_reason.tier,
    gate_reason.zh,
    gate_reason.en,
    count(distinct named.b_adcode)                              as peers
from named
join gate_reason on gate_reason.id = named.reason
where gate_reason.tier > 'B'
group by all
order by named.indicator, gate_reason.tier desc, peers desc, named.reason
