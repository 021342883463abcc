-- Every number of every article in reading order, those left out with their reason.
select
    mention.*,
    source.adcode,
    city.name                               as city,
    city.level,
    city.province,
    indicator.theme,
    (select max(data_version) from etl_run) as data_version
from mention
join source on source.source_id = mention.source_id
join city on city.adcode = source.adcode
left join indicator on indicator.id = mention.indicator
order by source.adcode, mention.source_id, mention.position
