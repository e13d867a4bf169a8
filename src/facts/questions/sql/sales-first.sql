-- Sales, first: the first day on which sales did something with a deal, by its touches, whether they count or not.
--
-- Grain   one row per deal d (journeys.deal) with such a touch known by $as_of · Slot {sales} over journeys.unit u
-- day     days since 1970-01-01
select w.d, min(w.day) as day from journeys.walk w
where w.u in (select u.u from journeys.unit u where {sales}) and w.known <= ($as_of::date - date '1970-01-01')
group by w.d
