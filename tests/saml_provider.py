"""A small SAML identity provider: it reads what a site asks, and answers with an assertion that it signs.

It signs with libxmlsec, as many providers do. It is our own, so what a certain product does differently is not tried.
"""

import base64
import datetime as dt
import zlib
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from xmlsec import constants

ENTITY = "https://login.birch.example/saml"
_ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion"
_PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
_RESPONSE = """
<samlp:Response xmlns:samlp="{protocol}" xmlns:saml="{assertion}" ID="_{uuid}" Version="2.0" IssueInstant="{now}"
 Destination="{to}" InResponseTo="{asked}"><saml:Issuer>{entity}</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
<saml:Assertion ID="_a{uuid}" Version="2.0" IssueInstant="{now}"><saml:Issuer>{entity}</saml:Issuer>
<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{email}</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
<saml:SubjectConfirmationData NotOnOrAfter="{until}" Recipient="{to}" InResponseTo="{asked}"/>
</saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{before}" NotOnOrAfter="{until}">
<saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_s{uuid}"><saml:AuthnContext><saml:AuthnContextClassRef>
urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement><saml:Attribute Name="mail"><saml:AttributeValue>{email}</saml:AttributeValue></saml:Attribute>
</saml:AttributeStatement></saml:Assertion></samlp:Response>
"""


@dataclass(frozen=True)
class Provider:
    """Knows its key; whom a site may trust is in the certificate."""

    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def certificate(self) -> str:
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "login.birch.example")])
        now = dt.datetime.now(dt.UTC)
        builder = x509.CertificateBuilder(name, name, self.key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now).not_valid_after(now + dt.timedelta(days=1))
        der = builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
        return base64.b64encode(der).decode()

    def answer(self, address: str, email: str) -> tuple[str, str]:
        """Where the answer to a request goes, and the answer: that it is the person with this address."""
        [packed] = parse_qs(urlsplit(address).query)["SAMLRequest"]
        asked = etree.fromstring(zlib.decompress(base64.b64decode(packed), -15))
        to, now = asked.get("AssertionConsumerServiceURL", ""), dt.datetime.now(dt.UTC)
        filled = _RESPONSE.strip().format(
            protocol=_PROTOCOL,
            assertion=_ASSERTION,
            uuid=uuid4().hex,
            to=to,
            asked=asked.get("ID"),
            entity=ENTITY,
            email=email,
            audience=asked.findtext(f"{{{_ASSERTION}}}Issuer"),
            now=f"{now:%Y-%m-%dT%H:%M:%SZ}",
            before=f"{now - dt.timedelta(minutes=1):%Y-%m-%dT%H:%M:%SZ}",
            until=f"{now + dt.timedelta(minutes=5):%Y-%m-%dT%H:%M:%SZ}",
        )
        return to, base64.b64encode(self._signed(etree.fromstring(filled.encode()))).decode()

    def _signed(self, response: etree._Element) -> bytes:
        [assertion] = response.iterfind(f"{{{_ASSERTION}}}Assertion")
        xmlsec.tree.add_ids(assertion, ["ID"])
        signature = xmlsec.template.create(
            assertion, constants.TransformExclC14N, constants.TransformRsaSha256, ns="ds"
        )
        assertion.insert(1, signature)
        reference = xmlsec.template.add_reference(signature, constants.TransformSha256, uri=f"#{assertion.get('ID')}")
        xmlsec.template.add_transform(reference, constants.TransformEnveloped)
        xmlsec.template.add_transform(reference, constants.TransformExclC14N)
        context = xmlsec.SignatureContext()
        pem = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        context.key = xmlsec.Key.from_memory(pem, constants.KeyDataFormatPem)
        context.sign(signature)
        return etree.tostring(response)
