-- One row a place with articles and theme: how many of its indicators the place reports, and
-- how many of those are like for like with another place's.
select
    silence.adcode,
    city.name,
    theme.id                               as theme,
    theme.zh,
    theme.en,
    count_if(silence.facts > 0)            as reported,
    count_if(silence.state = 'comparable') as comparable,
    sum(silence.mentions)::bigint          as observations,
    count(*)                               as indicators
from silence
join city on city.adcode = silence.adcode
join indicator on indicator.id = silence.indicator
join theme on theme.id = indicator.theme
where silence.articles > 0
group by silence.adcode, city.name, theme.id, theme.zh, theme.en, theme.position
order by silence.adcode, theme.position
