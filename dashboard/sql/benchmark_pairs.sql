-- The figures of the city in focus met with those of some others, on one basis: for each
-- indicator, kind of period and other city the figures that meet best, in whatever tier.
with chosen as (

    select city_standing.*
    from (select distinct unnest(list_append($peers::varchar[], $focus)) as adcode) as asked
    join city_standing on city_standing.adcode = asked.adcode
    where city_standing.basis = $basis

),

best as (

    select *
    from met('chosen')
    where a_adcode = $focus
    qualify row_number() over (
        partition by indicator, a_class, b_adcode
        order by tier, len(own_reasons), b_class
    ) = 1

)

select
    indicator,
    a_class                                                     as class,
    b_adcode                                                    as adcode,
    a_fact,
    b_fact,
    tier,
    reasons,
    verdict
from explained('best')
order by indicator, class, b_value desc, adcode
