-- One row a place: the figure of one indicator to draw on the map, or the kind of silence.
-- Only figures over one kind of period are drawn together; per year, annual and cumulative
-- figures have become alike. A place's own figure goes before a part of it, then the largest.
-- figure: drawn; no_population: reported, but nothing per head can be said of the place;
-- other: reported, but not on this footing; silent: read, not mentioned; unread.
with candidate as (

    select
        observation.*,
        case $basis
            when 'per_year' then per_year
            when 'per_10k' then per_10k
            else value
        end as shown,
        case $basis
            when 'per_year' then per_year_low
            when 'per_10k' then per_10k_low
            else value_low
        end as shown_low,
        case $basis
            when 'per_year' then per_year_high
            when 'per_10k' then per_10k_high
            else value_high
        end as shown_high
    from observation
    where indicator = $indicator
      and ($basis = 'per_year' or coalesce(period_kind, 'none') = $kind)

),

drawn as (

    select *
    from candidate
    where shown is not null
    qualify row_number() over (
        partition by adcode
        order by place is not null, shown desc, position
    ) = 1

),

reported as (

    select adcode, count(*) as figures
    from observation
    where indicator = $indicator
    group by adcode

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
        when reported.adcode is not null and $basis = 'per_10k' and city.population is null
            then 'no_population'
        when reported.adcode is not null then 'other'
        when city.adcode in (select adcode from source) then 'silent'
        else 'unread'
    end                              as state,
    coalesce(reported.figures, 0)    as figures,
    drawn.observation_id             as mention_id,
    drawn.shown                      as value,
    drawn.shown_low                  as value_low,
    drawn.shown_high                 as value_high,
    drawn.unit,
    drawn.qualifier,
    drawn.period_kind,
    drawn.period_text,
    drawn.period_start,
    drawn.period_end,
    drawn.place,
    mention.surface,
    source.source_id,
    source.title,
    source.publisher,
    source.published
from city
left join drawn on drawn.adcode = city.adcode
left join reported on reported.adcode = city.adcode
left join mention on mention.mention_id = drawn.observation_id
left join source on source.source_id = drawn.source_id
order by drawn.shown desc nulls last, city.adcode
