// Script of the wish list: a popup closes, a phone goes back to the shop.

document.getElementById('close')?.addEventListener('click', () => {
  if (window.opener === null) history.back();
  else window.close();
});
