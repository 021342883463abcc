-- One row a place: the figure of one indicator to draw on the map, or the kind of silence.
-- Only figures over one kind of period are drawn together; per year, annual and cumulative
-- figures have become alike. The figure is the one that its place enters comparisons with.
-- figure: drawn; no_population: reported, but nothing per head can be said of the place;
-- barred: reported on this footing, but no figure of the place that can be set beside others
-- (`why_zh`, `why_en`); other: reported, but not on this footing; silent: read, not mentioned;
-- unread.
with enters as (

    select
        *,
        value is null
            or list_has_any(reasons, ['scope', 'part', 'group', 'restated', 'contradicted'])
                                     as hindered
    from standing
    where indicator = $indicator
      and basis = $basis
      and class = case
          when $basis = 'per_year' then 'rate'
          when $kind in ('none', '') then 'unstated'
          else $kind
      end

),

why as (

    select
        named.adcode,
        string_agg(gate_reason.zh, '；' order by gate_reason.position) as zh,
        string_agg(gate_reason.en, '; ' order by gate_reason.position) as en
    from (select adcode, unnest(reasons) as reason from enters where hindered) as named
    join gate_reason on gate_reason.id = named.reason and gate_reason.tier = 'D'
    group by named.adcode

),

drawn as (

    select * from enters where not hindered

)

select
    city.adcode,
    city.name                        as city,
    city.short_name,
    city.level,
    city.province,
    city.parent_adcode,
    city.seat_lon                    as lon,
    city.seat_lat                    as lat,
    city.population_year,
    case
        when drawn.adcode is not null then 'figure'
        when list_contains(enters.reasons, 'no_population') then 'no_population'
        when enters.adcode is not null then 'barred'
        when silence.facts > 0 then 'other'
        when silence.articles > 0 then 'silent'
        else 'unread'
    end                              as state,
    why.zh                           as why_zh,
    why.en                           as why_en,
    coalesce(silence.facts, 0)       as figures,
    drawn.fact_id                    as mention_id,
    drawn.value,
    drawn.value_low,
    drawn.value_high,
    drawn.unit,
    drawn.qualifier,
    drawn.period_kind,
    drawn.period_text,
    drawn.period_start,
    drawn.period_end,
    drawn.place,
    coalesce(list_contains(drawn.reasons, 'period_unstated'), false) as unstated,
    drawn.surface,
    source.source_id,
    source.title,
    source.publisher,
    source.published
from city
left join silence on silence.adcode = city.adcode and silence.indicator = $indicator
left join enters on enters.adcode = city.adcode
left join drawn on drawn.adcode = city.adcode
left join why on why.adcode = city.adcode
left join source on source.source_id = drawn.source_id
order by drawn.value desc nulls last, city.adcode
