-- Each version of the data that was published here, the newest first.
select
    version.number                          as version_number,
    version.data_version                    as version,
    version.released,
    version.articles,
    version.observations,
    version.added,
    version.removed,
    version.changed,
    (select max(data_version) from etl_run) as data_version
from version
order by version.number desc
