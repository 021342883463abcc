-- What became of each observation since the last version: of those that are the same, nothing.
create temp table difference as
select
    $number::integer                                       as number,
    a.observation_id is null                               as gone,
    b.observation_id is not null and not gone              as kept,
    case when gone then 'removed' when kept then 'changed' else 'added' end as change,
    coalesce(a.observation_id, b.observation_id)           as observation_id,
    if(kept, nullif(b.observation_id, a.observation_id), null) as former_id,
    coalesce(a.source_id, b.source_id)                     as source_id,
    coalesce(a.position, b.position)                       as position,
    if(kept, concat_ws(
        ';',
        case when a.adcode is distinct from b.adcode then 'adcode' end,
        case when a.indicator is distinct from b.indicator then 'indicator' end,
        case when a.surface is distinct from b.surface then 'surface' end,
        case when a.value is distinct from b.value then 'value' end,
        case when a.value_low is distinct from b.value_low then 'value_low' end,
        case when a.value_high is distinct from b.value_high then 'value_high' end,
        case when a.unit is distinct from b.unit then 'unit' end,
        case when a.qualifier is distinct from b.qualifier then 'qualifier' end,
        case when a.period_kind is distinct from b.period_kind then 'period_kind' end,
        case when a.period_start is distinct from b.period_start then 'period_start' end,
        case when a.period_end is distinct from b.period_end then 'period_end' end,
        case when a.place is distinct from b.place then 'place' end
    ), '')                                                 as fields,
    if(gone, b.adcode, a.adcode) as adcode,
    if(kept, b.adcode, null) as adcode_before,
    if(gone, b.indicator, a.indicator) as indicator,
    if(kept, b.indicator, null) as indicator_before,
    if(gone, b.surface, a.surface) as surface,
    if(kept, b.surface, null) as surface_before,
    if(gone, b.value, a.value) as value,
    if(kept, b.value, null) as value_before,
    if(gone, b.value_low, a.value_low) as value_low,
    if(kept, b.value_low, null) as value_low_before,
    if(gone, b.value_high, a.value_high) as value_high,
    if(kept, b.value_high, null) as value_high_before,
    if(gone, b.unit, a.unit) as unit,
    if(kept, b.unit, null) as unit_before,
    if(gone, b.qualifier, a.qualifier) as qualifier,
    if(kept, b.qualifier, null) as qualifier_before,
    if(gone, b.period_kind, a.period_kind) as period_kind,
    if(kept, b.period_kind, null) as period_kind_before,
    if(gone, b.period_start, a.period_start) as period_start,
    if(kept, b.period_start, null) as period_start_before,
    if(gone, b.period_end, a.period_end) as period_end,
    if(kept, b.period_end, null) as period_end_before,
    if(gone, b.place, a.place) as place,
    if(kept, b.place, null) as place_before
from before as b
left join pair on pair.old = b.observation_id
full join after as a on a.observation_id = pair.new
where b.observation_id is null or a.observation_id is null or fields <> ''
