-- Made-up figures: of each article and indicator `share` of a hundred are reported.
-- Half are totals of four years, the others for the year, a stock, or without a stated period;
-- every third is rounded (余); one in fifty is of a part of the place.
create temp table made_up as
select
    s.source_id,
    s.adcode,
    i.id                                                               as indicator,
    i.unit,
    i.measure,
    i.bases,
    i.position                                                         as position,
    left(s.published, 4)::integer                                      as year,
    hash(s.source_id, i.id)                                            as h,
    c.population
from source as s
join city as c on c.adcode = s.adcode
cross join indicator as i
where hash(i.id, s.source_id) % 100 < getvariable('share');

create temp table figure_made_up as
select
    *,
    lpad(to_hex(h), 16, '0')                                           as id,
    case when measure = 'rate' then 60 + h % 41 else 1 + (h >> 8) % 5000 end::double as value,
    case h % 8
        when 0 then 'annual' when 1 then 'annual' when 2 then 'stock' when 3 then null
        else 'cumulative'
    end                                                                as period_kind,
    (h >> 20) % 3 = 0                                                  as rounded,
    h % 8 > 3                                                          as is_total
from made_up;

insert into mention by name
select
    id as mention_id, source_id, position, 0 as start_offset, 1 as end_offset, 'n' as surface,
    'n' as sentence, position * 10 as sentence_start, position * 10 + 1 as sentence_end,
    value, value as value_low, case when rounded then value * 1.1 else value end as value_high,
    unit, 'exact' as qualifier, 'observation' as status, indicator, 1 as margin, '' as rivals,
    '' as cues, false as corrected
from figure_made_up
order by source_id, position;

insert into observation by name
select
    id as observation_id, source_id, position, adcode, indicator, value, value as value_low,
    case when rounded then value * 1.1 else value end                  as value_high,
    unit, 'exact' as qualifier, period_kind,
    case when is_total then (year - 4) || '-12' when period_kind = 'annual' then year::varchar end
                                                                       as period_start,
    case when period_kind is not null then year || '-12' end           as period_end,
    case when (h >> 30) % 50 = 0 then 'a part' end                     as place,
    '' as cues, false as corrected,
    case when is_total then 4 when period_kind = 'annual' then 1 end   as years_low,
    years_low                                                          as years,
    years_low                                                          as years_high,
    case when list_contains(bases, 'per_year') then value / years_low end
                                                                       as per_year_low,
    per_year_low                                                       as per_year,
    case when rounded then per_year_low * 1.1 else per_year_low end    as per_year_high,
    case when list_contains(bases, 'per_10k') and place is null then value * 10000 / population end
                                                                       as per_10k_low,
    per_10k_low                                                        as per_10k,
    case when rounded then per_10k_low * 1.1 else per_10k_low end      as per_10k_high
from figure_made_up
order by source_id, position;
