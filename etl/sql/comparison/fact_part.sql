-- A part of a total: 166人, 其中计划安置93人, 自主择业73人. The total is the number that stands
-- right before 其中; its parts are the figures behind it up to the end of the sentence, in the
-- same unit, as long as they fit into the total together.
create table fact_part as
with behind as (

    select
        m.mention_id,
        m.source_id,
        m.sentence_start,
        m.position,
        m.unit,
        m.value_low,
        m.sentence_start + length(regexp_extract(
            substr(t.text, m.sentence_start + 1, m.start_offset - m.sentence_start),
            '(?s)^(.*)其中', 1
        ))                                                             as among_at
    from mention as m
    join source_text as t on t.source_id = m.source_id
    where m.status = 'observation'
      and contains(
          substr(t.text, m.sentence_start + 1, m.start_offset - m.sentence_start), '其中'
      )

),

paired as (

    select
        p.mention_id,
        p.position,
        p.value_low,
        arg_max(w.mention_id, w.end_offset)                            as whole_mention
    from behind as p
    join mention as w
        on w.source_id = p.source_id
       and w.sentence_start = p.sentence_start
       and w.end_offset <= p.among_at
       and w.reason is distinct from 'date'
    group by all

),

fitting as (

    select
        paired.*,
        w.value_high                                                   as whole_high,
        sum(paired.value_low) over (
            partition by paired.whole_mention order by paired.position
        )                                                              as so_far
    from paired
    join mention as w on w.mention_id = paired.whole_mention
    join mention as p on p.mention_id = paired.mention_id
    where w.status = 'observation'
      and w.unit = p.unit

)

select distinct
    part.fact_id                                                       as part_id,
    whole.fact_id                                                      as whole_id
from fitting
join fact_mention as part on part.observation_id = fitting.mention_id
join fact_mention as whole on whole.observation_id = fitting.whole_mention
where coalesce(fitting.so_far <= fitting.whole_high, true)
  and part.fact_id <> whole.fact_id
order by whole_id, part_id;

-- A total with the sum of its parts, lows on lows and highs on highs (166 = 93 + 73).
-- adds_up: the parts may be the whole; false: they are less, or more, whatever the words allow.
create view fact_whole as
select
    p.whole_id,
    any_value(w.indicator)                                             as indicator,
    any_value(w.value_low)                                             as value_low,
    any_value(w.value)                                                 as value,
    any_value(w.value_high)                                            as value_high,
    list(p.part_id order by f.position)                                as part_ids,
    sum(f.value_low)                                                   as parts_low,
    sum(f.value)                                                       as parts,
    case when count(f.value_high) = count(*) then sum(f.value_high) end
                                                                       as parts_high,
    coalesce(parts_high >= any_value(w.value_low), true)
        and coalesce(parts_low <= any_value(w.value_high), true)       as adds_up
from fact_part as p
join fact as f on f.fact_id = p.part_id
join fact as w on w.fact_id = p.whole_id
group by p.whole_id;
