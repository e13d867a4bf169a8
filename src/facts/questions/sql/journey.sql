-- Journey: the touches of deals. A fragment: stands after a relation deal(d, src, id, account_id, closed_on, closed_at, end_on),
-- d a number of its own for each deal, and gives journey and counted to what follows.
--
-- Grain    journey: one row per deal and touch, with the touch's own columns and d
-- Slots    {found} journey-found.sql or journey-kept.sql · {left_out} {repeated} parts of the touch rules, by touch-rules.ts
-- person   whose it is, who: the id that person goes by; null where only the account was named
-- why_not  null where the touch counts; else the reason:
--            after the close   dated after it. A close given as a date ends that local day; a touch given as a date
--                              counts on the day of the close whatever the hour of the close
--            look-back         more than $look_back_days local days before the close
--            no date           when it happened is not known
--            left out          of a channel or kind that the touch rules leave out ({left_out})
--            repeat            beside one of the same person, campaign, channel and kind that counts, at most $repeat_minutes from its
--                              neighbour; only where the rules count repeats once ({repeated}, a relation over dated)
--          An open deal has no close: its touches count up to $as_of (end_on)
-- Order    place 1 is first: by local day, then by time (a touch given as a date stands before those with a time), then by id
-- As of    touches dated after $as_of are not there at all, nor those of a visitor who was identified later
{found},
dated as not materialized (
  select
    f.*,
    case
      when f.touched_on is null then 'no date'
      when {left_out} then 'left out'
      when coalesce(f.touched_at > d.closed_at, f.touched_on > d.end_on) then 'after the close'
      when d.end_on - f.touched_on > $look_back_days::integer then 'look-back'
    end as why_not
  from found f join deal d on d.d = f.d
  where (f.touched_on is null or f.touched_on <= $as_of::date) and (f.known_on is null or f.known_on <= $as_of::date)
),
journey as not materialized ({repeated}),
counted as not materialized (
  select
    * exclude (why_not),
    row_number() over (partition by d order by touched_on, touched_at nulls first, src, id) as place,
    count(*) over (partition by d) as touches
  from journey where why_not is null
)
