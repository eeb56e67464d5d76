// SPDX-License-Identifier: Apache-2.0
#include "tests/support/secrettraces.h"

#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

/// What is sure to stand in the base64 of any text that holds `bytes` after `before` other bytes
/// (and any multiple of three more).
QByteArray base64Core(const QByteArray &bytes, int before)
{
    const QByteArray padded = QByteArray(before, '\0') + bytes;
    // Characters that depend on neighbours are left out: 4 stand for 3 bytes.
    const QByteArray encoded = padded.first(padded.size() / 3 * 3).toBase64();
    return before == 0 ? encoded : encoded.sliced(4);
}

} // namespace

SecretTraces::SecretTraces(const QString &name, const QByteArray &secret) : m_name(name)
{
    Q_ASSERT(secret.size() >= 12);
    add(u"as it is"_s, secret);
    const QString text = QString::fromUtf8(secret);
    add(u"in UTF-16"_s,
        QByteArray(reinterpret_cast<const char *>(text.constData()), text.size() * 2));
    for (int before = 0; before < 3; ++before) {
        const QByteArray core = base64Core(secret, before);
        add(u"in base64"_s, core);
        add(u"in URL-safe base64"_s, QByteArray(core).replace('+', '-').replace('/', '_'));
    }
    add(u"percent-encoded"_s, secret.toPercentEncoding());
    add(u"percent-encoded for a form"_s, secret.toPercentEncoding(" ").replace(' ', '+'));
    add(u"in hexadecimal"_s, secret.toHex());
}

void SecretTraces::add(const QString &form, const QByteArray &bytes)
{
    m_traces.append({form, bytes.toLower()});
}

QString SecretTraces::findIn(const QByteArray &bytes) const
{
    // No secret is known by its case alone, and percent-encoding and hexadecimal come in both.
    const QByteArray searched = bytes.toLower();
    for (const Trace &trace : m_traces) {
        const qsizetype at = searched.indexOf(trace.bytes);
        if (at >= 0)
            return QString(m_name % u' ' % trace.form % u": …"
                           % QString::fromUtf8(bytes.mid(qMax<qsizetype>(0, at - 60), 160)) % u'…');
    }
    return {};
}

QString findTraces(const QList<SecretTraces> &secrets, const QByteArray &bytes)
{
    QStringList found;
    for (const SecretTraces &secret : secrets)
        found.append(secret.findIn(bytes));
    found.removeAll(QString());
    return found.join(u'\n');
}

QByteArray digestPassword(const QByteArray &user, const QByteArray &realm,
                          const QByteArray &password)
{
    const QByteArray text = user + ':' + realm + ':' + password;
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

} // namespace testsupport
