-- The curated tables. The same names stand in the Parquet and CSV files.
-- Text of articles is data: it is never rendered unescaped.

create table city (
    adcode            varchar primary key check (regexp_full_match(adcode, '[0-9]{6}')),
    name              varchar not null,
    short_name        varchar not null,
    pinyin            varchar,
    level             varchar not null check (level in ('province', 'prefecture', 'county')),
    province          varchar not null,
    parent_adcode     varchar,
    seat_lon          double not null check (seat_lon between 73 and 136),
    seat_lat          double not null check (seat_lat between 3 and 54),
    population        bigint check (population > 0),
    population_year   integer check (population_year between 1949 and 2100),
    population_source varchar,
    area_km2          double check (area_km2 > 0),
    note              varchar
);

create table source (
    source_id       varchar primary key,
    adcode          varchar not null references city (adcode),
    title           varchar,
    publisher       varchar,
    author          varchar,
    published       varchar check (regexp_full_match(published, '[0-9]{4}(-[0-9]{2}){0,2}')),
    published_basis varchar,
    url             varchar,
    file            varchar not null,
    sha256          varchar not null,
    characters      integer not null check (characters > 0)
);

-- The stored text that offsets point into; kept apart so that browsing the sources stays light.
create table source_text (
    source_id varchar primary key references source (source_id),
    text      varchar not null
);

create table theme (
    id       varchar primary key,
    position integer not null unique,
    zh       varchar not null,
    en       varchar not null
);

create table indicator (
    id               varchar primary key,
    theme            varchar not null references theme (id),
    position         integer not null unique,
    unit             varchar not null,
    measure          varchar not null check (measure in ('count', 'money', 'rate', 'standard', 'measure')),
    zh               varchar not null,
    en               varchar not null,
    definition_zh    varchar not null,
    definition_en    varchar not null,
    polarity         integer not null check (polarity in (-1, 0, 1)),
    saturable        boolean not null,
    bases            varchar[] not null,
    assessment       integer check (assessment between 1 and 8),
    plausible_low    double not null,
    plausible_high   double not null,
    check (plausible_low <= plausible_high)
);

create table mention (
    mention_id     varchar primary key,
    source_id      varchar not null references source (source_id),
    position       integer not null,
    start_offset   integer not null check (start_offset >= 0),
    end_offset     integer not null,
    surface        varchar not null,
    sentence       varchar not null,
    sentence_start integer not null,
    sentence_end   integer not null,
    value          double,
    value_low      double,
    value_high     double,
    unit           varchar not null,
    qualifier      varchar not null check (qualifier in ('exact', 'at_least', 'below', 'about', 'at_most')),
    status         varchar not null check (status in ('observation', 'excluded')),
    reason         varchar,
    indicator      varchar references indicator (id),
    margin         double not null,
    rivals         varchar not null,
    cues           varchar not null,
    corrected      boolean not null,
    unique (source_id, position),
    check (end_offset > start_offset),
    check (value_low is null or value_high is null or value_low <= value_high),
    check ((status = 'observation') = (indicator is not null)),
    check ((status = 'excluded') = (reason is not null))
);

create table observation (
    observation_id varchar primary key references mention (mention_id),
    source_id      varchar not null references source (source_id),
    position       integer not null,
    adcode         varchar not null references city (adcode),
    indicator      varchar not null references indicator (id),
    value          double not null,
    value_low      double not null,
    value_high     double,
    unit           varchar not null,
    qualifier      varchar not null,
    period_kind    varchar check (period_kind in ('cumulative', 'annual', 'event', 'stock', 'standard')),
    period_text    varchar,
    period_start   varchar,
    period_end     varchar,
    place          varchar,
    cues           varchar not null,
    corrected      boolean not null,
    years_low      double,
    years          double,
    years_high     double,
    per_year_low   double,
    per_year       double,
    per_year_high  double,
    per_10k_low    double,
    per_10k        double,
    per_10k_high   double,
    check (value_low <= value and (value_high is null or value <= value_high))
);

create table correction (
    source_id  varchar not null references source (source_id),
    mention_id varchar not null references mention (mention_id),
    field      varchar not null,
    extracted  varchar,
    corrected  varchar,
    reason     varchar not null,
    status     varchar not null check (status in ('misprint', 'verdict')),
    primary key (mention_id, field)
);

-- What the checks found in this build; a failed check of severity 'error' stops the build,
-- so only warnings are ever published.
create table check_result (
    name     varchar primary key,
    severity varchar not null check (severity in ('error', 'warning')),
    rule     varchar not null,
    failing  integer not null check (failing >= 0)
);

-- One row a build, without the time of day, so that two builds agree. `run_id` is a hash of
-- code version and inputs (JSON: file, sha256); `excluded` counts mentions by reason (JSON);
-- `data_version` is the date of the newest article and a hash of the published tables.
create table etl_run (
    run_id       varchar primary key,
    code_version varchar not null,
    inputs       varchar not null,
    articles     integer not null,
    mentions     integer not null,
    observations integer not null,
    excluded     varchar not null,
    newest       varchar,
    data_version varchar not null
);

-- The rules of comparison, from rules/comparison/*.yaml. `tier` is what a reason makes of a pair:
-- B like for like after a conversion, C indicative and never ranked, D not comparable. The tables
-- and views that use them (fact, figure, standing, comparison, silence …) are in sql/comparison/.
create table gate_reason (
    id       varchar primary key,
    position integer not null unique,
    tier     varchar not null check (tier in ('B', 'C', 'D')),
    about    varchar not null check (about in ('figure', 'pair', 'rank')),
    zh       varchar not null,
    en       varchar not null
);

create table gate_limit (
    id       varchar primary key,
    position integer not null unique,
    value    double not null check (value > 0),
    zh       varchar not null,
    en       varchar not null
);

create table ratio_definition (
    id       varchar primary key,
    position integer not null unique,
    upper    varchar not null references indicator (id),
    lower    varchar not null references indicator (id),
    zh       varchar not null,
    en       varchar not null
);

create table not_applicable (
    indicator varchar not null references indicator (id),
    level     varchar not null check (level in ('province', 'prefecture', 'county')),
    position  integer not null unique,
    zh        varchar not null,
    en        varchar not null,
    primary key (indicator, level)
);

-- The versions that were published here one after the other, and what became of each observation
-- between two of them. Not part of the content: `data_version` knows nothing of either.
-- `released` is the day of the build; the counts are empty for the first version.
create table version (
    number       integer primary key check (number > 0),
    data_version varchar not null,
    released     varchar not null check (regexp_full_match(released, '[0-9]{4}-[0-9]{2}-[0-9]{2}')),
    articles     integer not null,
    observations integer not null,
    added        integer check (added >= 0),
    removed      integer check (removed >= 0),
    changed      integer check (changed >= 0)
);

-- The values are those after the change, for a removed observation its last ones. The columns
-- `…_before` are filled where `change` is changed; `fields` names those that differ. `former_id`
-- is the id before, where another text or another indicator gave the figure another id.
create table change (
    number              integer not null references version (number),
    change              varchar not null check (change in ('added', 'removed', 'changed')),
    observation_id      varchar not null,
    former_id           varchar,
    source_id           varchar not null,
    position            integer not null,
    fields              varchar not null check ((change = 'changed') = (fields <> '')),
    adcode              varchar not null,
    adcode_before       varchar,
    indicator           varchar not null,
    indicator_before    varchar,
    surface             varchar not null,
    surface_before      varchar,
    value               double not null,
    value_before        double,
    value_low           double not null,
    value_low_before    double,
    value_high          double,
    value_high_before   double,
    unit                varchar not null,
    unit_before         varchar,
    qualifier           varchar not null,
    qualifier_before    varchar,
    period_kind         varchar,
    period_kind_before  varchar,
    period_start        varchar,
    period_start_before varchar,
    period_end          varchar,
    period_end_before   varchar,
    place               varchar,
    place_before        varchar,
    primary key (number, observation_id)
);
