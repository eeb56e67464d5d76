// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/bucketfield.h"

#include <QCoreApplication>
#include <QTranslator>

namespace atlas {

namespace {

constexpr const char *FieldContext = "BucketField";

QString translatedFieldText(const char *text)
{
    return text ? QCoreApplication::translate(FieldContext, text) : QString();
}

} // namespace

bool isBucketFieldKey(QStringView key)
{
    return !key.isEmpty()
        && std::any_of(BucketFields.begin(), BucketFields.end(),
                       [key](const BucketFieldInfo &info) {
                           return key == info.key || key == info.keyForAws;
                       });
}

QString titleOf(BucketField field)
{
    return translatedFieldText(infoOf(field).title);
}

QString answerText(BucketField flag, bool answer)
{
    return translatedFieldText(infoOf(flag).answers[answer ? 1 : 0]);
}

QString answerText(BucketField flag, bool answer, const QTranslator &translator)
{
    return translator.translate(FieldContext, infoOf(flag).answers[answer ? 1 : 0]);
}

QString spokenAbsenceOf(BucketField field)
{
    return translatedFieldText(infoOf(field).spokenAbsence);
}

} // namespace atlas
