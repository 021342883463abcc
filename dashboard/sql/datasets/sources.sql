-- The articles, without their text.
select
    source.*,
    city.name                               as city,
    city.level,
    city.province,
    (select count(*) from mention where mention.source_id = source.source_id) as mentions,
    (select count(*) from observation where observation.source_id = source.source_id)
                                            as observations,
    (select max(data_version) from etl_run) as data_version
from source
join city on city.adcode = source.adcode
order by source.source_id
