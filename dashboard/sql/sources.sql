-- The articles, without their text.
select
    source.source_id,
    source.adcode,
    city.name                                       as city,
    source.title,
    source.publisher,
    source.author,
    source.published,
    source.published_basis,
    source.url,
    source.file,
    source.sha256,
    source.characters,
    count(mention.mention_id)                                       as mentions,
    count(mention.mention_id) filter (mention.status = 'observation') as observations
from source
join city on city.adcode = source.adcode
left join mention on mention.source_id = source.source_id
group by all
order by source.source_id
