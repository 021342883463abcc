-- The article that one number stands in; no row for an unknown number.
select source_id from mention where mention_id = $mention
