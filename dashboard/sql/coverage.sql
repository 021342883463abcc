-- One row a place and indicator of a theme, with the kind of silence or of report.
-- shared: another place, not nested with this one, reports it over the same kind of period;
-- alone: reported, but by nobody else on that footing; silent: read, not mentioned; unread.
with footing as (

    select
        observation.adcode,
        observation.indicator,
        observation.period_kind,
        city.parent_adcode,
        count(*)                                                       as observations,
        arg_min(observation.observation_id, (observation.place is not null, observation.position))
                                                                       as mention_id
    from observation
    join city on city.adcode = observation.adcode
    group by all

),

met as (

    select
        mine.adcode,
        mine.indicator,
        sum(mine.observations)  as observations,
        min(mine.mention_id)    as mention_id,
        bool_or(exists (
            select 1
            from footing as other
            where other.indicator = mine.indicator
              and other.period_kind = mine.period_kind
              and other.adcode <> mine.adcode
              and other.adcode is distinct from mine.parent_adcode
              and other.parent_adcode is distinct from mine.adcode
        ))                      as shared
    from footing as mine
    group by mine.adcode, mine.indicator

),

articles as (

    select adcode, min(source_id) as source_id
    from source
    group by adcode

)

select
    city.adcode,
    city.name,
    indicator.id                     as indicator,
    indicator.zh,
    indicator.en,
    case
        when met.shared is true then 'shared'
        when met.adcode is not null then 'alone'
        when articles.source_id is not null then 'silent'
        else 'unread'
    end                              as state,
    coalesce(met.observations, 0)    as observations,
    met.mention_id,
    articles.source_id
from city
cross join indicator
left join met on met.adcode = city.adcode and met.indicator = indicator.id
left join articles on articles.adcode = city.adcode
where indicator.theme = $theme
  and city.adcode in (
      select adcode from city
      left join articles using (adcode)
      order by articles.source_id is null, adcode
      limit $places
  )
order by articles.source_id is null, city.adcode, indicator.position
