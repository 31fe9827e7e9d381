"""A person at a browser: what they read, click and type, by the words on the page."""

import re
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.journeys.mailbox import Mailbox, text_of
from tests.people import sign_in

PASSWORD = "correct horse battery 71"


class Person:
    def __init__(self, name: str, *, browser: Browser, address: str, mailbox: Mailbox) -> None:
        self.name = name
        self.email = f"{name.lower().replace(' ', '.')}@example.com"
        self.address = address
        self.mailbox = mailbox
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.complaints: list[str] = []
        self.clicks = 0
        self.page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        if "Content Security Policy" in message.text:
            self.complaints.append(message.text)

    def close(self) -> None:
        self.context.close()
        assert self.complaints == []

    @classmethod
    def signed_in(cls, user: Any, **surroundings: Any) -> "Person":
        """An existing person in a browser that has just signed in."""
        person = cls(user.name, **surroundings)
        person.come_back(user)
        return person

    def come_back(self, user: Any) -> None:
        """Sign in now, with a session of this day: a moved clock lets the one before end."""
        self.email = user.email
        session = sign_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.address}]
        )

    def press(self, control: Any) -> None:
        """One click of a person: on a link, a button, or what is ticked."""
        self.clicks += 1
        control.click()
        self.page.wait_for_load_state()

    def open(self, path: str) -> int:
        answer = self.page.goto(self.address + path)
        return answer.status if answer else 0

    def click(self, name: str, *, role: Any = "button", exact: bool = False) -> None:
        self.press(self.page.get_by_role(role, name=name, exact=exact).first)
        self.prove()

    def follow(self, name: str, *, exact: bool = False) -> None:
        self.click(name, role="link", exact=exact)

    def fill(self, label: str, value: str, *, nth: int = 0) -> None:
        self.page.get_by_label(label).nth(nth).fill(value)

    def fill_named(self, name: str, value: str) -> None:
        self.page.locator(f"main [name={name!r}]").first.fill(value)

    def choose_named(self, name: str, **option: Any) -> None:
        self.page.locator(f"main select[name={name!r}]").first.select_option(**option)

    def submit(self) -> None:
        """Press the last button of the page's last form, and prove who it is if asked."""
        self.press(self.page.locator("main form button[type=submit]").last)
        self.prove()

    def prove(self) -> None:
        """Type the password again where a money act or signature asks for it."""
        if "/reauthenticate/" in self.page.url:
            self.fill("Password", PASSWORD)
            self.press(self.page.get_by_role("button", name="Confirm"))

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label).first.select_option(label=option)

    def tick(self, label: str) -> None:
        self.press(self.page.get_by_label(label).first)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=20_000)

    def follow_mail(self, subject: str) -> None:
        """Click on the one link that a letter to this person is about."""
        letter = text_of(self.mailbox.wait(self.email, subject))
        links = re.findall(rf"{re.escape(self.address)}(/\S+)", letter)
        self.clicks += 1
        self.open(links[0].rstrip(").,"))

    def sign_up(self) -> None:
        self.open("/account/signup/")
        self.give_name_and_code()

    def give_name_and_code(self) -> None:
        """On the page to sign up, from wherever one was led to it."""
        self.fill("Your name", self.name)
        self.fill("Email", self.email)
        self.fill("Password", PASSWORD)
        self.click("Create the account")
        mail = self.mailbox.wait(self.email, "code")
        found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})?)\s*$", text_of(mail), re.MULTILINE)
        assert found, text_of(mail)
        self.fill("Code", found[1])
        self.click("Confirm")
