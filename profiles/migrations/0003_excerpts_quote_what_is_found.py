import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0002_profiles'),
        ('sources', '0002_texts_read_in'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='excerpt',
            name='excerpt_quotation_waits_for_its_check',
        ),
        migrations.AddField(
            model_name='excerpt',
            name='quotation',
            field=models.ForeignKey(blank=True, editable=False, help_text='For a quotation: the check of its words. Made by the check, never by hand.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='excerpts', to='sources.quotation'),
        ),
        migrations.AddField(
            model_name='excerpthistory',
            name='quotation',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, help_text='For a quotation: the check of its words. Made by the check, never by hand.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.quotation'),
        ),
        migrations.AddConstraint(
            model_name='excerpt',
            constraint=models.UniqueConstraint(fields=('quotation',), name='excerpt_has_its_quotation_alone', violation_error_message='That check belongs to another excerpt.'),
        ),
        migrations.AddConstraint(
            model_name='excerpt',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'quotation'), ('quotation__isnull', True), _connector='OR'), name='excerpt_check_is_of_a_quotation', violation_error_message="Only a quotation is checked against its document's words."),
        ),
    ]
