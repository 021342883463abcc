-- Ratios between two facts of one article that belong together: the same place, and the same
-- stated period or occasion; without dates, the same sentence. The bounds hold for any values
-- inside those of the two. Facts that are one of several groups, or parts, are left out.
create view ratio as
select
    d.id                                                               as ratio,
    d.zh,
    d.en,
    u.adcode,
    u.source_id,
    u.fact_id                                                          as upper_fact,
    l.fact_id                                                          as lower_fact,
    u.value_low / nullif(l.value_high, 0)                              as value_low,
    u.value / nullif(l.value, 0)                                       as value,
    u.value_high / nullif(l.value_low, 0)                              as value_high,
    u.period_kind,
    u.period_start,
    u.period_end,
    u.place
from ratio_definition as d
join fact as u on u.indicator = d.upper and u.figures_alike = 1
join fact as l on l.indicator = d.lower and l.figures_alike = 1
join mention as um on um.mention_id = u.fact_id
join mention as lm on lm.mention_id = l.fact_id
where l.source_id = u.source_id
  and l.place is not distinct from u.place
  and l.period_kind = u.period_kind
  and l.period_start is not distinct from u.period_start
  and l.period_end is not distinct from u.period_end
  and (
      u.period_kind = 'event' and u.period_end is not null
      or u.period_start is not null
          and (u.period_end is not null or u.period_text is not distinct from l.period_text)
      or lm.sentence_start = um.sentence_start
  );
