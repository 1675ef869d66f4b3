"""Who may call the pages that come from libraries, by the name of the route. Whatever is not here is closed."""

from alongside.access.roles import ANYONE, SIGNED_IN, Role

LIBRARY = "allauth."

_FOR_ANYONE = """
account_login account_logout account_confirm_login_code account_request_login_code
account_reset_password account_reset_password_done account_reset_password_from_key
account_reset_password_from_key_done account_inactive
mfa_authenticate mfa_login_webauthn
openid_connect_login openid_connect_callback socialaccount_login_cancelled socialaccount_login_error
saml_login saml_acs saml_finish_acs saml_metadata
""".split()

_FOR_THE_SIGNED_IN = """
account_change_password account_set_password account_reauthenticate
mfa_index mfa_activate_totp mfa_deactivate_totp mfa_reauthenticate mfa_reauthenticate_webauthn
mfa_generate_recovery_codes mfa_view_recovery_codes mfa_download_recovery_codes
mfa_list_webauthn mfa_add_webauthn mfa_edit_webauthn mfa_remove_webauthn
usersessions_list
""".split()

DECLARED: dict[str, frozenset[Role]] = {
    **dict.fromkeys(_FOR_ANYONE, frozenset(ANYONE)),
    **dict.fromkeys(_FOR_THE_SIGNED_IN, frozenset(SIGNED_IN)),
}

# Pages of libraries that we do not want: nobody signs up by themself, and addresses come from the organisation.
CLOSED = frozenset(
    """
    account_signup account_email account_email_verification_sent account_confirm_email
    socialaccount_signup socialaccount_connections
    """.split()
)
