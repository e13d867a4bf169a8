// Sets the theme before anything is painted. A file of its own, because the content policy allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('lockstep:theme');
  } catch {
    // A browser that keeps nothing follows its system.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
