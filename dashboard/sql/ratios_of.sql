-- The ratios between facts of these indicators, with the two facts that each divides.
select
    ratio.ratio,
    ratio.zh,
    ratio.en,
    ratio.upper_fact,
    ratio.lower_fact,
    ratio.value_low,
    ratio.value,
    ratio.value_high,
    ratio_definition.upper,
    ratio_definition.lower
from ratio
join ratio_definition on ratio_definition.id = ratio.ratio
where ratio_definition.upper in (select unnest($indicators::varchar[]))
  and ratio_definition.lower in (select unnest($indicators::varchar[]))
order by ratio_definition.position, ratio.adcode
