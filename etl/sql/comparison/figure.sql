-- One row a fact and basis: the figure that enters a comparison, with the reasons that it has by
-- itself. Bases: reported; per_year (annual as it is, a running total divided by its years);
-- per_10k (a figure of the whole place over its census population).
--
-- `as_of` is the month the figure stands for: the end of its period, else the date of the article
-- for what is said without dates (每年, a stock, a rate). `class` is the kind of period, one for
-- all rates per year. A total of what is never divided by years (titles won) counts from the
-- first; of it only the end need be stated. `lead`: the one figure that its city enters with in this class: without
-- hindrance before hindered, the latest, annual before converted.
create table figure as
with marked as (

    select
        fact.*,
        city.level,
        city.province,
        city.parent_adcode,
        city.population,
        indicator.bases,
        indicator.saturable and fact.value_low >= 100                  as saturated,
        last_month(coalesce(
            fact.period_end,
            case when fact.period_kind in ('annual', 'stock', 'standard') then source.published end
        ))                                                             as as_of,
        exists (
            select 1 from fact_part
            join fact as whole on whole.fact_id = fact_part.whole_id
            where fact_part.part_id = fact.fact_id and whole.indicator = fact.indicator
        )                                                              as is_part,
        exists (
            select 1 from fact_part
            join fact as part on part.fact_id = fact_part.part_id
            where fact_part.whole_id = fact.fact_id and part.indicator = fact.indicator
        )                                                              as is_whole,
        fact.fact_id in (select fact_id from fact_relation where relation = 'restated')
                                                                       as restated,
        fact.fact_id in (
            select unnest([fact_id, other_id]) from fact_relation where relation = 'contradicted'
        )                                                              as contradicted
    from fact
    join city on city.adcode = fact.adcode
    join indicator on indicator.id = fact.indicator
    join source on source.source_id = fact.source_id

),

based as (

    select
        marked.*,
        basis.basis,
        case basis.basis
            when 'per_year' then per_year when 'per_10k' then per_10k else value
        end                                                            as shown,
        case basis.basis
            when 'per_year' then per_year_low when 'per_10k' then per_10k_low else value_low
        end                                                            as shown_low,
        case basis.basis
            when 'per_year' then per_year_high when 'per_10k' then per_10k_high else value_high
        end                                                            as shown_high,
        basis.basis = 'per_year' and period_kind = 'cumulative'        as divided,
        basis.basis = 'per_10k'                                        as per_head
    from marked
    cross join (values ('reported'), ('per_year'), ('per_10k')) as basis (basis)

),

judged as (

    select
        *,
        list_filter([
            case when shown is null then case
                when not list_contains(bases, basis) then 'no_basis'
                when per_head and population is null and place is null then 'no_population'
                when per_head then 'no_per_head'
                else 'no_yearly'
            end end,
            case when place is not null then 'scope' end,
            case when is_part then 'part' end,
            case when figures_alike > 1 and not is_part and not is_whole then 'group' end,
            case when restated then 'restated' end,
            case when contradicted then 'contradicted' end,
            case when saturated then 'saturated' end
        ], lambda reason: reason is not null)                               as barred,
        as_of is null
            or period_kind is null
            or period_kind = 'cumulative' and (
                period_end is null
                or period_start is null and list_contains(bases, 'per_year')
            )
                                                                       as unstated
    from based

)

select
    indicator,
    basis,
    case when basis = 'per_year' then 'rate' else coalesce(period_kind, 'unstated') end
                                                                       as class,
    adcode,
    fact_id,
    source_id,
    level,
    province,
    parent_adcode,
    unit,
    period_kind,
    shown_low                                                          as value_low,
    shown                                                              as value,
    shown_high                                                         as value_high,
    years_low,
    years_high,
    as_of,
    list_concat(
        barred,
        case when unstated then ['period_unstated'] else [] end,
        case when divided and shown is not null then ['per_year'] else [] end,
        case when per_head and shown is not null then ['per_10k'] else [] end
    )                                                                  as own_reasons,
    case when len(barred) > 0 then 'D' when unstated then 'C' when divided or per_head then 'B' else 'A' end
                                                                       as own_tier,
    row_number() over (
        partition by indicator, basis, adcode, class
        order by
            len(barred) > 0, unstated, as_of desc nulls last, divided, source_id desc, position
    ) = 1                                                              as lead
from judged
order by indicator, basis, adcode, class, lead desc, fact_id;
