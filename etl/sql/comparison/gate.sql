-- The gate: two figures of different cities, for one indicator on one basis, from a's side.
-- Every reason is named; the worst of them makes the tier (A like for like, B after a
-- conversion, C indicative and never ranked, D not comparable). Where the tier is A or B:
--   verdict  a is clearly higher, lower, equal (both exact), or cannot_tell: the bounds touch
--   gap      a - b, ratio a / b, each as a range that holds for any values inside the bounds
-- `figures` is the table that they are taken from. All is worked out when asked: ask for one
-- indicator, or one city and its peers.
-- The pairs with their tier. A pair of two figures costs little here; its words come last.
create macro met(figures) as table (

with pair as (

    select
        a.indicator,
        a.basis,
        a.adcode                                                       as a_adcode,
        b.adcode                                                       as b_adcode,
        a.fact_id                                                      as a_fact,
        b.fact_id                                                      as b_fact,
        a.class                                                        as a_class,
        b.class                                                        as b_class,
        a.level                                                        as a_level,
        b.level                                                        as b_level,
        a.lead                                                         as a_lead,
        b.lead                                                         as b_lead,
        a.value_low                                                    as a_low,
        a.value                                                        as a_value,
        a.value_high                                                   as a_high,
        b.value_low                                                    as b_low,
        b.value                                                        as b_value,
        b.value_high                                                   as b_high,
        greatest(a.own_tier, b.own_tier)                                       as own_tier,
        list_concat(a.own_reasons, b.own_reasons)                              as own_reasons,
        a.unit <> b.unit                                               as units_differ,
        kinds_differ(a.class, b.class)                                 as kinds_differ,
        coalesce(
            a.class = 'cumulative' and b.class = 'cumulative'
                and not like_length(a.years_low, a.years_high, b.years_low, b.years_high), false
        )                                                              as lengths_differ,
        coalesce(
            a.parent_adcode = b.adcode or b.parent_adcode = a.adcode
                or (a.level = 'province') <> (b.level = 'province') and a.province = b.province,
            false
        )                                                              as inside,
        a.level <> b.level                                             as levels_differ,
        coalesce(
            abs(a.as_of - b.as_of) > (select value from gate_limit where id = 'months_apart'), false
        )                                                              as far
    from query_table(figures) as a
    join query_table(figures) as b
        on b.indicator = a.indicator
       and b.basis = a.basis
       and b.adcode <> a.adcode

)

select
    *,
    case
        when units_differ or kinds_differ or lengths_differ or inside then 'D'
        when levels_differ or far then greatest(own_tier, 'C')
        else own_tier
    end                                                                as tier
from pair

);

-- Their reasons, verdict, gap and ratio.
create macro explained(pairs) as table (

select
    indicator,
    basis,
    a_adcode,
    b_adcode,
    a_fact,
    b_fact,
    a_class,
    b_class,
    a_level,
    b_level,
    a_lead,
    b_lead,
    tier,
    list_sort(list_distinct(list_concat(own_reasons, list_filter([
        case when units_differ then 'unit' end,
        case when kinds_differ then 'period_kind' end,
        case when lengths_differ then 'period_length' end,
        case when inside then 'nested' end,
        case when levels_differ then 'level' end,
        case when far then 'apart' end
    ], lambda reason: reason is not null))))                           as reasons,
    a_low,
    a_value,
    a_high,
    b_low,
    b_value,
    b_high,
    case
        when tier > 'B' then null
        when a_low > open_end(b_high) then 'higher'
        when open_end(a_high) < b_low then 'lower'
        when a_low = a_high and b_low = b_high and a_low = b_low then 'equal'
        else 'cannot_tell'
    end                                                                as verdict,
    case when tier <= 'B' and b_high is not null then a_low - b_high end as gap_low,
    case when tier <= 'B' and a_high is not null then a_high - b_low end as gap_high,
    case when tier <= 'B' and b_high > 0 then a_low / b_high end       as ratio_low,
    case when tier <= 'B' and b_low > 0 then a_high / b_low end        as ratio_high
from query_table(pairs)

);

-- Any two figures.
create macro gate(figures) as table (

with every_pair as (from met(figures))
from explained('every_pair')

);

-- Of the leading figures of two cities those that meet best: in the better tier, of one class
-- of period, with fewer reasons.
create macro best_pairs(figures) as table (

with best_pair as (

    select *
    from met(figures)
    where a_lead and b_lead
    qualify row_number() over (
        partition by indicator, basis, a_adcode, b_adcode
        order by tier, a_class <> b_class, len(own_reasons), a_class, b_class
    ) = 1

)

select * exclude (a_lead, b_lead)
from explained('best_pair')

);
