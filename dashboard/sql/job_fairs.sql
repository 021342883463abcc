-- The facts about job fairs, each with what tells one period or occasion from another:
-- figures with dates share an occasion where the dates are the same; figures whose period has an
-- end unstated, where the words are the same as well; figures without any date, in one sentence.
select
    fact.fact_id                                                as mention_id,
    fact.indicator,
    fact.adcode,
    city.name                                                   as city,
    fact.source_id,
    fact.value_low,
    fact.value,
    fact.value_high,
    fact.unit,
    fact.qualifier,
    fact.period_kind,
    fact.period_text,
    fact.period_start,
    fact.period_end,
    fact.place,
    fact.surface,
    concat_ws(
        '|',
        fact.source_id,
        coalesce(fact.place, ''),
        coalesce(fact.period_kind, ''),
        coalesce(fact.period_start, ''),
        coalesce(fact.period_end, ''),
        case
            when fact.period_end is not null and fact.period_start is not null then ''
            when fact.period_start is not null then coalesce(fact.period_text, '')
            else mention.sentence_start::varchar
        end
    )                                                           as occasion
from fact
join mention on mention.mention_id = fact.fact_id
join city on city.adcode = fact.adcode
where fact.indicator in (select unnest($indicators::varchar[]))
order by
    fact.adcode,
    fact.source_id,
    min(fact.position) over (partition by fact.source_id, occasion),
    fact.position
