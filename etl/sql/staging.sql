-- Where rows wait as they come; without keys, so that the order of arrival does not matter.
-- Temporary tables spill to disk beside the database, so memory stays flat.

create temp table staged_city as from city limit 0;
create temp table staged_source as from source limit 0;
create temp table staged_source_text as from source_text limit 0;
create temp table staged_theme as from theme limit 0;
create temp table staged_indicator as from indicator limit 0;
create temp table staged_mention as from mention limit 0;
create temp table staged_observation as from observation limit 0;
create temp table staged_correction as from correction limit 0;
create temp table staged_gate_reason as from gate_reason limit 0;
create temp table staged_gate_limit as from gate_limit limit 0;
create temp table staged_ratio_definition as from ratio_definition limit 0;
create temp table staged_not_applicable as from not_applicable limit 0;
