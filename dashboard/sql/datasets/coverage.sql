-- Each place and indicator: reported or silent, and how.
select
    silence.* exclude (reasons),
    array_to_string(silence.reasons, ';')   as reasons,
    city.name                               as city,
    city.level,
    city.province,
    indicator.theme,
    indicator.zh                            as indicator_zh,
    indicator.en                            as indicator_en,
    (select max(data_version) from etl_run) as data_version
from silence
join city on city.adcode = silence.adcode
join indicator on indicator.id = silence.indicator
order by silence.adcode, indicator.position
