/** A backtest makes a hundred forecasts and more: it is computed in the background, once for each state of the data. */
export const BeingMade = () => (
  <p className="sm mut" role="status">
    The same forecast is being made for every past week. It takes a little, and is kept until the data change.
  </p>
);
