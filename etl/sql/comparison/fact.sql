-- One row a fact: the mentions of one figure in one article are one (二连冠 three times, 百余个 and
-- 100余个 of one fair), so that sums do not double. `fact_id` is the mention that says it most exactly,
-- the first of them where several do. The bounds are those that all mentions allow.
--
-- Same figure: same indicator, place, kind of period and dates, counted in the same unit, and
--   the same printed value with the hedge on the same side; or
--   one rounded and one exact that lies in the rounding, where only one exact figure does.
-- A mention without dates joins the one dated fact with its very value. Two mentions in one
-- sentence are never one figure: 干部100%安置、士兵100%安置.
create table fact as
with said as (

    select
        o.*,
        m.surface,
        m.sentence_start,
        -- An indicator is of persons or of visits, but a report may count the other (124人次).
        case
            when o.unit not in ('person', 'person_time') then o.unit
            when regexp_matches(m.surface, '次\s*$') then 'person_time'
            when regexp_matches(m.surface, '[人名位]\s*$') then 'person'
            else o.unit
        end                                                            as counted,
        coalesce(o.value_low = o.value_high, false)                    as exact,
        o.value_low < o.value                                          as from_below,
        o.value_high is null or o.value < o.value_high                 as from_above,
        o.period_start is not null or o.period_end is not null         as dated
    from observation as o
    join mention as m on m.mention_id = o.observation_id

),

only_date as (

    select
        source_id, indicator, place, period_kind, counted, value, value_low, value_high,
        any_value(period_start) as period_start,
        any_value(period_end)   as period_end
    from said
    where dated
    group by all
    having count(distinct (period_start, period_end)) = 1

),

placed as (

    select
        s.* exclude (period_start, period_end),
        case when s.dated then s.period_start else d.period_start end  as period_start,
        case when s.dated then s.period_end else d.period_end end      as period_end,
        -- Occasions without a date are told apart by the words that name them.
        case
            when s.period_kind = 'event' and not s.dated and d.source_id is null
            then s.period_text
        end                                                            as occasion
    from said as s
    left join only_date as d
        on d.source_id = s.source_id
       and d.indicator = s.indicator
       and d.place is not distinct from s.place
       and d.period_kind is not distinct from s.period_kind
       and d.counted = s.counted
       and d.value = s.value
       and d.value_low = s.value_low
       and d.value_high is not distinct from s.value_high

),

rounded as (

    select
        r.observation_id,
        min(e.value) as value
    from placed as r
    join placed as e
        on e.source_id = r.source_id
       and e.indicator = r.indicator
       and e.place is not distinct from r.place
       and e.period_kind is not distinct from r.period_kind
       and e.period_start is not distinct from r.period_start
       and e.period_end is not distinct from r.period_end
       and e.counted = r.counted
       and e.exact
       and e.value between r.value_low and r.value_high
    where not r.exact
      and (r.period_start is not null or r.period_end is not null)
      and r.value_high <= r.value_low * (select value from gate_limit where id = 'rounding')
    group by r.observation_id
    having count(distinct e.value) = 1

),

keyed as (

    select
        p.*,
        coalesce(rounded.value, p.value)                               as anchor,
        p.from_below and rounded.value is null                         as below,
        p.from_above and rounded.value is null                         as above
    from placed as p
    left join rounded on rounded.observation_id = p.observation_id

),

numbered as (

    select
        *,
        row_number() over (
            partition by
                source_id, indicator, place, period_kind, period_start, period_end, occasion,
                counted, anchor, below, above, sentence_start
            order by position
        ) as nth_in_sentence
    from keyed

),

merged as (

    select
        arg_min(observation_id, (not exact, coalesce(value_high, 'infinity') - value_low, position))
                                                                       as fact_id,
        source_id,
        adcode,
        indicator,
        arg_min(surface, (not exact, coalesce(value_high, 'infinity') - value_low, position))
                                                                       as surface,
        max(value_low)                                                 as value_low,
        min(value_high)                                                as value_high,
        counted                                                        as unit,
        period_kind,
        arg_min(period_text, position)                                 as period_text,
        period_start,
        period_end,
        occasion,
        place,
        min(position)                                                  as position,
        count(*)                                                       as mentions,
        list(observation_id order by position)                         as observation_ids,
        max(per_year_low)                                              as per_year_low,
        min(per_year_high)                                             as per_year_high,
        max(per_10k_low)                                               as per_10k_low,
        min(per_10k_high)                                              as per_10k_high
    from numbered
    group by
        source_id, adcode, indicator, place, period_kind, period_start, period_end, occasion,
        counted, anchor, below, above, nth_in_sentence

)

select
    merged.*,
    o.value,
    o.qualifier,
    o.years_low,
    o.years,
    o.years_high,
    o.per_year,
    o.per_10k,
    count(*) over (
        partition by
            merged.source_id, merged.indicator, merged.place, merged.unit, merged.period_kind,
            merged.period_start, merged.period_end, merged.occasion
    )                                                                  as figures_alike
from merged
join observation as o on o.observation_id = merged.fact_id
order by merged.indicator, merged.adcode, merged.source_id, merged.position;

-- Which fact a mention belongs to.
create view fact_mention as
select unnest(observation_ids) as observation_id, fact_id
from fact;
