-- Unit keys: which key of a cut each unit of touches stands under; the same expressions as over touches themselves.
--
-- Grain     one row per unit u (journeys.unit) that the filters leave, and outcome of its priority where outcomes are cut by
-- Slots     {joins} {where} {keys} {ids} of a cut that looks at nothing of a touch but what its unit holds · {nth}
select t.u, {keys} as keys, {ids} as ids, ({nth})::integer as nth
from journeys.unit t
{joins}
where {where}
