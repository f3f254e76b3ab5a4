// A list is checked while it is typed: the page answers as it does to “Check”, and what it says stands at the foot. Nothing is stored.
(() => {
  const form = document.querySelector("form[data-look]");
  if (!form) return;
  const told = Object.assign(document.createElement("div"), { className: "looked", hidden: true });
  told.setAttribute("role", "status");
  form.append(told);

  const look = async (signal) => {
    const typed = new FormData(form);
    typed.set("act", form.dataset.look);
    const answer = await fetch(form.action, { method: "POST", body: typed, redirect: "error", signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = [...page.querySelectorAll("[data-looked]")].flatMap((one) => [...one.children]);
    for (const one of found) one.removeAttribute("role");
    for (const one of found.flatMap((part) => [...part.querySelectorAll("[id]")])) one.removeAttribute("id");
    told.replaceChildren(...found);
    told.hidden = !found.length;
    const typing = document.activeElement;
    if (form.contains(typing) && typing.getBoundingClientRect().bottom > told.getBoundingClientRect().top) {
      typing.scrollIntoView({ block: "center" });
    }
  };

  let rest = 0;
  let asked = new AbortController();
  form.addEventListener("input", () => {
    clearTimeout(rest);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    // Without a line to the house nothing old stands there; the button still says what is wrong.
    rest = setTimeout(() => look(signal).catch(() => { if (!signal.aborted) told.hidden = true; }), 500);
  });
})();
