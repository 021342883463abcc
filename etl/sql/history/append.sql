-- One version more, and what changed in it; the first has nothing to compare with.
insert into version
select
    $number,
    $data_version,
    $released,
    $articles,
    $observations,
    if($number = 1, null, count(*) filter (change = 'added')),
    if($number = 1, null, count(*) filter (change = 'removed')),
    if($number = 1, null, count(*) filter (change = 'changed'))
from difference;

insert into change by name
select * exclude (gone, kept)
from difference
order by source_id, position, observation_id;
