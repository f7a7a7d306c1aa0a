// Sends what HTML alone cannot: other methods than GET and POST, and bodies that are no form.

async function send(url, method, body, type) {
  const headers = { Accept: "text/html", "X-CSRFToken": document.body.dataset.csrf };
  if (type) {
    headers["Content-Type"] = type;
  }
  const response = await fetch(url, { method, body, headers });
  if (response.status === 204) {
    location.assign(url.replace(/[^/]+\/(\?.*)?$/, ""));
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.title = page.title;
  document.body.replaceWith(page.body);
  scrollTo(0, 0);
}

function fieldsOf(form) {
  const fields = new URLSearchParams();
  for (const input of form.querySelectorAll("[name]")) {
    if (input.type === "checkbox") {
      fields.append(input.name, input.checked);
    } else if (input.dataset.list === "true") {
      input.value.split(/[\s,]+/).filter(Boolean).forEach((one) => fields.append(input.name, one));
    } else {
      fields.append(input.name, input.value);
    }
  }
  return fields;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-method][data-url]");
  if (button && (button.dataset.method !== "DELETE" || confirm("Delete this?"))) {
    send(button.dataset.url, button.dataset.method);
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.url) {
    // A filter without a value would find nothing.
    for (const input of form.querySelectorAll("[name]")) {
      input.disabled = input.value === "";
    }
    return;
  }
  event.preventDefault();
  const content = form.querySelector("[data-content]");
  const method = event.submitter.dataset.method;
  if (content) {
    send(form.dataset.url, method, content.value, form.querySelector("[data-media-type]").value);
  } else {
    send(form.dataset.url, method, fieldsOf(form));
  }
});
