-- Staged rows become curated ones, parents first, each table in its sort order.

insert into city by name from staged_city order by adcode;
insert into source by name from staged_source order by source_id;
insert into source_text by name from staged_source_text order by source_id;
insert into theme by name from staged_theme order by position;
insert into indicator by name from staged_indicator order by position;
insert into mention by name from staged_mention order by source_id, position;
insert into observation by name from staged_observation order by source_id, position;
insert into correction by name from staged_correction order by source_id, mention_id, field;
insert into gate_reason by name from staged_gate_reason order by position;
insert into gate_limit by name from staged_gate_limit order by position;
insert into ratio_definition by name from staged_ratio_definition order by position;
insert into not_applicable by name from staged_not_applicable order by position;
