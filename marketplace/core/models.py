"""The tables of the kernel, where Django looks for them; everybody else imports them at home."""

import marketplace.core.data.models
