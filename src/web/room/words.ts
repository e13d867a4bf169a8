/** Words of the room as people read them. */

export const LANE_WORDS: { readonly [lane: string]: string } = {
  '': 'Your cards',
  start: 'Start',
  stop: 'Stop',
  keep: 'Keep',
  opportunities: 'Opportunities',
  threats: 'Threats',
};

/** Why a change was not taken, as its writer reads it. */
export const BACK_WORDS: { readonly [code: string]: string } = {
  'room-shut': 'the workshop is not open',
  'not-writing': 'nothing is written here now',
  'not-yours': 'somebody else wrote it',
  'card-gone': 'it is not there any more',
  'card-there': 'it is there already',
  'shown-already': 'it has been shown, and stands as it was shown',
  'not-shown-yet': 'its cards are still hidden',
  'votes-shut': 'no votes are given here now',
  'no-dots-left': 'no dots are left',
  held: 'somebody else holds it',
  'room-full': 'there are as many as there can be',
  'no-money': 'money is said by people of the company',
  'not-a-change': 'it is empty or too long',
};
